//! A folder with files, and the command run in it.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

/// A small service: an abstract type with two derived ones, an enumeration, an open type, an action with overloads.
pub(crate) const SERVICE: &str = r#"{
  "$Version": "4.01",
  "$Reference": {
    "https://docs.oasis-open.org/odata/odata-vocabularies/v4.0/vocabularies/Org.OData.Validation.V1.json": {
      "$Include": [{ "$Namespace": "Org.OData.Validation.V1", "$Alias": "Validation" }]
    }
  },
  "shop.core": {
    "$Alias": "s",
    "order": {
      "$Kind": "EntityType",
      "state": { "$Type": "s.state", "$Nullable": true },
      "payment": { "$Type": "s.payment", "$Nullable": true },
      "notes": { "$Collection": true }
    },
    "payment": { "$Kind": "ComplexType", "$Abstract": true, "amount": { "$Type": "Edm.Decimal", "$Scale": "variable" } },
    "card": { "$Kind": "ComplexType", "$BaseType": "s.payment", "number": {} },
    "cash": { "$Kind": "ComplexType", "$BaseType": "s.payment" },
    "unrelated": { "$Kind": "ComplexType", "$OpenType": true },
    "state": { "$Kind": "EnumType", "placed": 0, "sent": 1 },
    "pay": [
      {
        "$Kind": "Action",
        "$IsBound": true,
        "$Parameter": [{ "$Name": "order", "$Type": "s.order" }, { "$Name": "payment", "$Type": "s.payment" }]
      }
    ],
    "cancel": [
      { "$Kind": "Action", "$IsBound": true, "$Parameter": [{ "$Name": "order", "$Type": "s.order" }] },
      {
        "$Kind": "Action",
        "$IsBound": true,
        "$Parameter": [{ "$Name": "orders", "$Type": "s.order", "$Collection": true }, { "$Name": "why" }]
      }
    ]
  }
}
"#;

/// An order of [`SERVICE`] with a member of an enumeration, and a name, that are misspelt.
pub(crate) const WRONG: &str = "{\n  \"state\": \"snet\",\n  \"notse\": []\n}";

/// The arguments that validate orders of [`SERVICE`], and `more`.
pub(crate) fn shop<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["validate", "--schema", "shop.json", "--type", "shop.core.order"], more].concat()
}

/// A folder that is removed at the end, with [`SERVICE`] as `shop.json` in it.
pub(crate) struct Folder(tempfile::TempDir);

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit status.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Folder {
    pub(crate) fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.write("shop.json", SERVICE);
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path().join(name), text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Writes what the file `from` becomes by `edits`, each of which is made once, as `to`.
    pub(crate) fn edit(&self, from: &str, to: &str, edits: &[(&str, &str)]) {
        let mut text = self.read(from);
        for (old, new) in edits {
            assert!(text.contains(old), "{old}");
            text = text.replacen(old, new, 1);
        }
        self.write(to, text);
    }

    /// The names of all files, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The command with `arguments`, to be run in this folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(crate::PROGRAM);
        command.args(arguments).current_dir(self.path());
        command
    }

    /// Runs it without input.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "")
    }

    /// Runs it with `input` as standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A run that ends before it reads its input closes the pipe, which is no fault of the test.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Run {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// Standard output of a run that did what it was asked.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert!(self.code == 0 && self.err.is_empty(), "{self:#?}");
        self.out
    }

    /// The lines of standard error of a run that could not do it, without `error: `; nothing was printed.
    #[track_caller]
    pub(crate) fn refused(self) -> Vec<String> {
        assert!(self.code == 2 && self.out.is_empty(), "{self:#?}");
        self.err.lines().map(|line| line.strip_prefix("error: ").unwrap_or(line).to_owned()).collect()
    }

    /// The lines of standard output of a run that found something.
    #[track_caller]
    pub(crate) fn found(self) -> Vec<String> {
        assert!(self.code == 1 && self.err.is_empty(), "{self:#?}");
        self.out.lines().map(str::to_owned).collect()
    }
}
