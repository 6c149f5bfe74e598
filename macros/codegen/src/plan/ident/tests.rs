//! The rules as tables: wire name, Rust name.

use super::{token::is_keyword, *};

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
        ("Form.row", "FormRow"),
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
fn getters_and_constants() {
    let table = [
        ("callbackUri", "callback_uri", "CALLBACK_URI"),
        ("iOSDevice", "ios_device", "IOS_DEVICE"),
        ("macOSWiFi", "mac_os_wi_fi", "MAC_OS_WI_FI"),
        ("eTag", "e_tag", "E_TAG"),
        ("iCalUId", "i_cal_uid", "I_CAL_UID"),
        ("networkIPv4", "network_ipv4", "NETWORK_IPV4"),
        ("minimumCpuSpeedInMHz", "minimum_cpu_speed_in_mhz", "MINIMUM_CPU_SPEED_IN_MHZ"),
        ("externalIPs", "external_ips", "EXTERNAL_IPS"),
        ("similarTTPsOrBehavior", "similar_ttps_or_behavior", "SIMILAR_TTPS_OR_BEHAVIOR"),
        ("sPBlock", "sp_block", "SP_BLOCK"),
        ("OAuthSettings", "o_auth_settings", "O_AUTH_SETTINGS"),
        ("x509Certificate", "x509_certificate", "X509_CERTIFICATE"),
        ("HTTPServer", "http_server", "HTTP_SERVER"),
        ("URL", "url", "URL"),
        ("request-id", "request_id", "REQUEST_ID"),
        ("_ownerid_value", "_ownerid_value", "_OWNERID_VALUE"),
        ("24GHz", "_24_ghz", "_24_GHZ"),
        ("Unit Price", "unit_price", "UNIT_PRICE"),
        ("3_2", "_3_2", "_3_2_"),
        ("OP-Nummer", "op_nummer", "OP_NUMMER"),
        ("a@b", "a_b", "A_B"),
        ("A\u{30a}ngstro\u{308}m", "\u{e5}ngstr\u{f6}m", "\u{c5}NGSTR\u{d6}M"),
        ("\u{130}D", "i\u{307}d", "\u{130}D"),
        ("type", "type", "TYPE"),
        ("final", "final", "FINAL"),
        ("self", "self_", "SELF_"),
        ("Self", "self_", "SELF_"),
        ("new", "new_", "NEW_"),
        ("default", "default_", "DEFAULT_"),
        ("ÄrgerÜber", "ärger_über", "ÄRGER_ÜBER"),
        ("d", "d", "D"),
        ("with__two", "with_two", "WITH_TWO"),
        ("set", "set_", "SET_"),
        ("delta", "delta_", "DELTA_"),
        ("typeName", "type_name", "TYPE_NAME_"),
        ("名", "名", "名_"),
    ];
    for (wire, getter, constant) in table {
        let field = FieldIdent::new(wire).unwrap();
        let name = ConstIdent::property(&field);
        assert_eq!((field.as_str(), name.as_str()), (getter, constant), "{wire}");
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
        [("shiftUp", "SHIFT_UP"), ("2x", "_2X"), ("iOS", "IOS"), ("USB_2", "USB_2"), ("name", "NAME")]
    {
        assert_eq!(ConstIdent::flag(wire).unwrap().as_str(), constant);
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
        let given = FieldIdent::given(text);
        assert_eq!(given.as_ref().map(FieldIdent::as_str), name.ok_or(&Ungiven::NoName), "{text}");
    }
}

/// Wire names get an underscore where a given name is refused.
#[test]
fn what_is_kept_is_not_given() {
    for name in TAKEN {
        assert_eq!(FieldIdent::given(name), Err(Ungiven::Kept), "{name}");
        assert_eq!(FieldIdent::given(&format!("r#{name}")), Err(Ungiven::Kept), "{name}");
        assert_eq!(ConstIdent::given(name), Err(Ungiven::Kept), "{name}");
        assert_ne!(FieldIdent::new(name).unwrap().as_str(), *name);
        assert_ne!(ConstIdent::allowed(name).unwrap().as_str(), *name);
    }
    for name in OF_FLAGS {
        assert_eq!(ConstIdent::given_flag(name), Err(Ungiven::Kept), "{name}");
        assert_ne!(ConstIdent::flag(name).unwrap().as_str(), *name);
    }
    for name in OF_ENUMS {
        assert_eq!(VariantIdent::given(name), Err(Ungiven::Kept), "{name}");
        assert_ne!(VariantIdent::member(name).unwrap().as_str(), *name);
    }
    for name in CRATES {
        assert_eq!(ModuleIdent::given_outermost(name), Err(Ungiven::Crate), "{name}");
        assert_ne!(ModuleIdent::outermost(name).unwrap().as_str(), *name);
        assert_eq!(ModuleIdent::given(name).unwrap().as_str(), *name);
    }
    // What is kept elsewhere is free.
    assert_eq!(ConstIdent::given("MEMBERS").unwrap().as_str(), "MEMBERS");
    assert_eq!(ConstIdent::given_flag("new").unwrap().as_str(), "new");
    assert_eq!(VariantIdent::given("Unknown").unwrap().as_str(), "Unknown");
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
