//! The rules as tables: wire name, Rust name.

use super::*;

#[test]
fn types() {
    let table = [
        ("call", "Call"),
        ("pstnCallLogRow", "PstnCallLogRow"),
        ("iOSDevice", "IOSDevice"),
        ("x509", "X509"),
        ("macOSWiFiConfiguration", "MacOSWiFiConfiguration"),
        ("CopyNotebookModel", "CopyNotebookModel"),
        ("self", "Self_"),
        ("request-id", "RequestId"),
        ("_hidden", "_Hidden"),
        ("365Device", "_365Device"),
        ("SHIFT_UP", "ShiftUp"),
        ("USB", "USB"),
        ("v4_0_3", "V4_0_3"),
        ("v4_x", "V4X"),
        ("straße", "Straße"),
        ("größenÄnderung", "GrößenÄnderung"),
        ("通话", "通话"),
        ("甲_乙", "甲_乙"),
        ("foo; } fn x() {", "FooFnX"),
        ("cafe\u{301}", "Caf\u{e9}"),
        ("e\u{301}tat", "\u{c9}tat"),
        ("CopyValues$", "CopyValues"),
        ("3_2", "_3_2"),
    ];
    for (wire, rust) in table {
        assert_eq!(TypeIdent::new(wire).unwrap().as_str(), rust, "{wire}");
    }
    for nothing in ["", "_", "--", "…"] {
        assert_eq!(TypeIdent::new(nothing), None, "{nothing}");
    }
}

#[test]
fn getters_and_setters() {
    let table = [
        ("callbackUri", "callback_uri", "with_callback_uri"),
        ("iOSDevice", "ios_device", "with_ios_device"),
        ("macOSWiFi", "mac_os_wi_fi", "with_mac_os_wi_fi"),
        ("eTag", "e_tag", "with_e_tag"),
        ("iCalUId", "i_cal_uid", "with_i_cal_uid"),
        ("networkIPv4", "network_ipv4", "with_network_ipv4"),
        ("minimumCpuSpeedInMHz", "minimum_cpu_speed_in_mhz", "with_minimum_cpu_speed_in_mhz"),
        ("externalIPs", "external_ips", "with_external_ips"),
        ("similarTTPsOrBehavior", "similar_ttps_or_behavior", "with_similar_ttps_or_behavior"),
        ("sPBlock", "sp_block", "with_sp_block"),
        ("OAuthSettings", "o_auth_settings", "with_o_auth_settings"),
        ("x509Certificate", "x509_certificate", "with_x509_certificate"),
        ("HTTPServer", "http_server", "with_http_server"),
        ("URL", "url", "with_url"),
        ("request-id", "request_id", "with_request_id"),
        ("_ownerid_value", "_ownerid_value", "_with_ownerid_value"),
        ("24GHz", "_24_ghz", "with_24_ghz"),
        ("Unit Price", "unit_price", "with_unit_price"),
        ("3_2", "_3_2", "with_3_2"),
        ("OP-Nummer", "op_nummer", "with_op_nummer"),
        ("a@b", "a_b", "with_a_b"),
        ("A\u{30a}ngstro\u{308}m", "\u{e5}ngstr\u{f6}m", "with_\u{e5}ngstr\u{f6}m"),
        ("\u{130}D", "i\u{307}d", "with_i\u{307}d"),
        ("type", "type", "with_type"),
        ("final", "final", "with_final"),
        ("self", "self_", "with_self_"),
        ("Self", "self_", "with_self_"),
        ("new", "new_", "with_new_"),
        ("default", "default_", "with_default_"),
        ("ÄrgerÜber", "ärger_über", "with_ärger_über"),
        ("d", "d", "with_d"),
        ("with__two", "with_two", "with_with_two"),
    ];
    for (wire, getter, setter) in table {
        let field = FieldIdent::new(wire).unwrap();
        assert_eq!((field.as_str(), field.setter().as_str()), (getter, setter), "{wire}");
    }
}

#[test]
fn keywords_are_raw_tokens() {
    for (wire, token) in
        [("type", "r#type"), ("gen", "r#gen"), ("while", "r#while"), ("super", "super_"), ("call", "call")]
    {
        assert_eq!(FieldIdent::new(wire).unwrap().token().to_string(), token);
        assert_eq!(ModuleIdent::new(wire).unwrap().token().to_string(), token);
    }
}

#[test]
fn variants() {
    let table = [
        ("mediaConfig", "appHostedMediaConfig", &[][..], "AppHosted"),
        ("entity", "call", &[], "Call"),
        ("entity", "callRecord", &["callRecords"], "CallRecordsCallRecord"),
        ("mediaConfig", "mediaConfig", &["other"], "OtherMediaConfig"),
        ("config", "unknownConfig", &[], "UnknownConfig"),
        ("config", "unknown", &[], "Unknown_"),
        ("config", "selfConfig", &[], "Self_"),
        ("ion", "action", &[], "Action"),
        ("device", "365Device", &[], "_365"),
    ];
    for (base, derived, prefix, variant) in table {
        let name = |wire: &str| TypeIdent::new(wire).unwrap();
        let prefix: Vec<TypeIdent> = prefix.iter().map(|wire| name(wire)).collect();
        let found = VariantIdent::derived(&name(base), &name(derived), &prefix);
        assert_eq!(found.as_str(), variant, "{derived} of {base}");
    }
    assert_eq!(VariantIdent::member("unrecognized").unwrap().as_str(), "Unrecognized_");
    assert_eq!(VariantIdent::member("unknownFutureValue").unwrap().as_str(), "UnknownFutureValue");
}

#[test]
fn constants_and_compounds() {
    for (wire, constant) in
        [("shiftUp", "SHIFT_UP"), ("2x", "_2X"), ("iOS", "IOS"), ("USB_2", "USB_2"), ("name", "NAME_")]
    {
        assert_eq!(ConstIdent::new(wire).unwrap().as_str(), constant);
    }
    let base = TypeIdent::new("commsOperation").unwrap();
    assert_eq!(base.any().as_str(), "AnyCommsOperation");
    assert_eq!(base.union("resourceData").unwrap().as_str(), "CommsOperationResourceData");
}

#[test]
fn renames_must_be_identifiers() {
    for (text, name) in [
        ("last", Some("last")),
        ("r#type", Some("type")),
        ("a-b", None),
        ("1", None),
        ("", None),
        ("self", Some("self_")),
    ] {
        assert_eq!(FieldIdent::given(text).as_ref().map(FieldIdent::as_str), name, "{text}");
    }
}

#[test]
fn every_keyword_is_found() {
    for keyword in ["abstract", "as", "box", "gen", "type", "yield", "while", "try", "dyn"] {
        assert!(is_keyword(keyword), "{keyword}");
    }
}

#[test]
fn outermost_modules_leave_crates_their_names() {
    for (wire, rust) in [("odatype", "odatype_"), ("Core", "core_"), ("std", "std_"), ("microsoft", "microsoft")] {
        assert_eq!(ModuleIdent::outermost(wire).unwrap().as_str(), rust);
    }
    assert_eq!(ModuleIdent::new("odatype").unwrap().as_str(), "odatype");
    assert_eq!(FieldIdent::given("cafe\u{301}").unwrap().as_str(), "caf\u{e9}");
}
