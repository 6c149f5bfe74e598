//! Values of enumeration types.
//!
//! Source: OData JSON 4.01, section 7.1; CSDL JSON 4.01, section 10.

use super::case::{BAD, Exact, GOOD, Weaker, members};
use crate::harness::Trial;

/// As CSDL XML writes allowed values: paths.
const XML: &str = r#"<EnumType Name="color"><Member Name="red" Value="1"/><Member Name="green" Value="2"/></EnumType>
    <EnumType Name="rights" IsFlags="true"><Member Name="read" Value="1"/><Member Name="write" Value="2"/></EnumType>
    <ComplexType Name="T"><Property Name="color" Type="ns.color"/><Property Name="rights" Type="ns.rights"/>
    <Property Name="only" Type="ns.color"><Annotation Term="V.AllowedValues"><Collection>
    <Record><PropertyValue Property="Value"><EnumMember>ns.color/red</EnumMember></PropertyValue></Record>
    </Collection></Annotation></Property></ComplexType>"#;

#[test]
fn members_and_numbers() {
    members(
        &Trial::of_xml(XML),
        "ns.T",
        &[
            (r#""color":"red""#, GOOD, Exact),
            (r#""color":"Red""#, BAD, Exact),
            (r#""color":"""#, BAD, Exact),
            (r#""color":"3""#, GOOD, Exact),
            (r#""color":"-3""#, GOOD, Exact),
            (r#""color":"03""#, GOOD, Exact),
            // A member has the value, and then it is named.
            (r#""color":"1""#, BAD, Exact),
            (r#""color":"01""#, BAD, Exact),
            (r#""color":"9223372036854775807""#, GOOD, Exact),
            (r#""color":"9223372036854775808""#, BAD, Exact),
            (r#""color":"1.0""#, BAD, Exact),
            (r#""color":"red,green""#, BAD, Exact),
            (r#""color":1"#, (false, false), Exact),
            (r#""rights":"read""#, GOOD, Exact),
            (r#""rights":"read,write""#, GOOD, Exact),
            (r#""rights":"read, write""#, GOOD, Exact),
            (r#""rights":"read ,write""#, BAD, Exact),
            (r#""rights":"read,""#, BAD, Exact),
            (r#""rights":"4""#, GOOD, Exact),
            (r#""rights":"read,4""#, GOOD, Exact),
            (r#""rights":"3""#, BAD, Weaker),
            (r#""rights":"0""#, GOOD, Exact),
            (r#""rights":"nope""#, BAD, Exact),
            (r#""only":"red""#, GOOD, Exact),
            (r#""only":"green""#, BAD, Exact),
        ],
    );
}

#[test]
fn allowed_values() {
    let trial = Trial::of(
        r#""Color": {"$Kind": "EnumType", "Red": 0, "Green": 1, "Blue": 2},
        "Rights": {"$Kind": "EnumType", "$IsFlags": true, "Read": 1, "Write": 2},
        "T": {"$Kind": "ComplexType",
            "name": {"$Type": "ns.Color", "@V.AllowedValues": [{"Value": "Red"}]},
            "number": {"$Type": "ns.Color", "@V.AllowedValues": [{"Value": "0"}]},
            "path": {"$Type": "ns.Color", "@V.AllowedValues": [{"Value": "ns.Color/Red"}]},
            "flags": {"$Type": "ns.Rights", "@V.AllowedValues": [{"Value": "Read"}, {"Value": "Read,Write"}]},
            "none": {"$Type": "Edm.Int32", "@V.AllowedValues": [], "$Nullable": true},
            "colors": {"$Type": "ns.Color", "$Collection": true, "@V.AllowedValues": [{"Value": "Red"}]}}"#,
        "",
    );
    members(
        &trial,
        "ns.T",
        &[
            (r#""name":"Red""#, GOOD, Exact),
            (r#""name":"Blue""#, BAD, Exact),
            (r#""number":"Red""#, GOOD, Exact),
            (r#""number":"Green""#, BAD, Exact),
            (r#""path":"Red""#, GOOD, Exact),
            (r#""path":"Blue""#, BAD, Exact),
            (r#""flags":"Read""#, GOOD, Exact),
            (r#""flags":"Write,Read""#, GOOD, Exact),
            (r#""flags":"Write""#, BAD, Weaker),
            (r#""none":1"#, BAD, Exact),
            (r#""none":null"#, GOOD, Exact),
            (r#""colors":["Red","Red"]"#, GOOD, Exact),
            (r#""colors":["Red","Blue"]"#, BAD, Exact),
            (r#""colors":[]"#, GOOD, Exact),
        ],
    );
}

/// A name is a name, also where it looks like the number of another member, or of none.
#[test]
fn names_that_look_like_numbers() {
    let trial = Trial::of(
        r#""digits": {"$Kind": "EnumType", "x": 1, "1": 3, "07": 8}, "T": {"$Kind": "ComplexType", "d": {"$Type": "ns.digits"}}"#,
        "",
    );
    members(
        &trial,
        "ns.T",
        &[
            (r#""d":"x""#, GOOD, Exact),
            (r#""d":"1""#, GOOD, Exact),
            (r#""d":"07""#, GOOD, Exact),
            (r#""d":"7""#, GOOD, Exact),
            (r#""d":"01""#, BAD, Exact),
            (r#""d":"3""#, BAD, Exact),
            (r#""d":"8""#, BAD, Exact),
            (r#""d":"9""#, GOOD, Exact),
        ],
    );
}
