//! A driver and its process group.
//!
//! The group ends when this value is dropped, and also when the tests are killed: the shell that leads the
//! group waits for the end of its input, a pipe that the tests hold open.

use std::fs::{self, File};
use std::io;
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

use tempfile::TempDir;

use super::log;

/// Starts `"$@"`, waits for the end of the input, then kills its own group: with SIGTERM first, so that an X
/// server frees its display number. A reused browser ends with the tests, which then remove nothing any more:
/// its folder `$0` is removed from outside the group, once nothing writes there.
const LEADER: &str = r#"
"$@" </dev/null &
read -r _
trap '' TERM
setsid sh -c 'sleep 0.6; rm -rf "$0"' "$0" </dev/null >/dev/null 2>&1 &
kill -s TERM -- -$$
sleep 0.2
kill -s KILL -- -$$
"#;

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    leader: Child,
    held_open: Option<ChildStdin>,
    log: PathBuf,
    /// Everything that its browser writes; removed with it.
    folder: TempDir,
}

impl Driver {
    /// Runs `command` with `environment` added to that of the tests.
    pub fn start(
        command: &[String],
        environment: &[(&str, String)],
        folder: TempDir,
    ) -> io::Result<Self> {
        let log = folder.path().join("driver.log");
        let written = File::create(&log)?;
        let mut leader = Command::new("sh")
            .args(["-c", LEADER])
            .arg(folder.path())
            .args(command)
            .envs(environment.iter().map(|(name, value)| (*name, value)))
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(written.try_clone()?)
            .stderr(written)
            .spawn()?;
        let held_open = leader.stdin.take();
        Ok(Self {
            leader,
            held_open,
            log,
            folder,
        })
    }

    /// The folder that its browser writes to.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The log of the driver so far, to explain a failure.
    pub fn log_text(&self) -> String {
        fs::read_to_string(&self.log)
            .unwrap_or_else(|error| format!("(its log cannot be read: {error})"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.held_open.take());
        let ended = self.leader.wait();
        // SIGKILL from itself: it is in the group that it kills.
        if !ended
            .as_ref()
            .is_ok_and(|status| status.signal() == Some(9))
        {
            log(&format!(
                "a driver may still be running: process group {} ended with {ended:?}",
                self.leader.id()
            ));
        }
    }
}
