//! What a command costs: processor seconds and the largest memory of any process in it.
//!
//! The operating system only tells what all children together took, so each command runs below a child of its own: this
//! program once more, which runs the command and then reports on it.

use std::{
    error::Error,
    ffi::OsString,
    process::{Command, Stdio},
    time::Instant,
};

use nix::sys::{
    resource::{UsageWho, getrusage},
    time::{TimeVal, TimeValLike as _},
};

/// Asks this program to be that child.
pub(crate) const FLAG: &str = "usage-of";

/// What a command took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// Processor seconds, user and system.
    pub(crate) seconds: f64,
    /// Seconds by the clock.
    pub(crate) elapsed: f64,
    /// The largest resident memory of a process, in bytes.
    pub(crate) bytes: f64,
}

impl Usage {
    /// Runs `command`.
    pub(crate) fn of(command: &Command) -> Result<Self, Box<dyn Error>> {
        let mut child = Command::new(std::env::current_exe()?);
        child.arg(FLAG).arg("--").arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => child.env(name, value),
                None => child.env_remove(name),
            };
        }
        if let Some(folder) = command.get_current_dir() {
            child.current_dir(folder);
        }
        let start = Instant::now();
        let output = child.stderr(Stdio::piped()).output()?;
        let elapsed = start.elapsed().as_secs_f64();
        if !output.status.success() {
            let shown = String::from_utf8_lossy(&output.stderr);
            let tail: Vec<&str> = shown.lines().rev().take(40).collect();
            let tail: Vec<&str> = tail.into_iter().rev().collect();
            return Err(format!("{command:?} failed:\n{}", tail.join("\n")).into());
        }
        let report = String::from_utf8(output.stdout)?;
        let mut numbers = report.lines().last().unwrap_or_default().split(' ').map(str::parse::<f64>);
        match (numbers.next(), numbers.next()) {
            (Some(Ok(seconds)), Some(Ok(kibibytes))) => Ok(Self { seconds, elapsed, bytes: kibibytes * 1024.0 }),
            _ => Err(format!("no report on {command:?}: {report:?}").into()),
        }
    }
}

/// Runs a command and prints what it took; the exit status is the command's success.
pub(crate) fn report(command: &[OsString]) -> Result<bool, Box<dyn Error>> {
    let (program, arguments) = command.split_first().ok_or("no command")?;
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).status()?;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let seconds =
        |time: TimeVal| std::time::Duration::from_micros(time.num_microseconds().unsigned_abs()).as_secs_f64();
    println!("{} {}", seconds(usage.user_time()) + seconds(usage.system_time()), usage.max_rss());
    Ok(status.success())
}
