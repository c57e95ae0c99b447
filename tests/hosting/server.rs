//! Real servers, started on this machine with the files that the build wrote for them.

use std::io::Write as _;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use std::{env, fs};

use site::hosting::server::Files;
use tempfile::TempDir;

use crate::packed::pack;
use crate::{dist, files};

/// Which server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `make serve`.
    OurOwn,
    /// nginx, with its module for precompressed files.
    Nginx,
    /// Apache.
    Apache,
    /// Caddy.
    Caddy,
}

/// A running server.
#[derive(Debug)]
pub struct Server {
    /// Which it is.
    pub kind: Kind,
    /// Where it listens, on 127.0.0.1.
    pub port: u16,
    /// Everything that it writes, and the page it serves; removed with it.
    folder: TempDir,
    child: Option<Child>,
}

/// Starts `"$@"`, waits for the end of the input, then kills it: so it also ends when the tests are killed.
const KEEPER: &str = r#""$@" </dev/null & read -r _; kill "$!"; wait "$!""#;

impl Server {
    /// Starts it with the built page, or returns which program is missing.
    pub fn start(kind: Kind) -> Result<Self, String> {
        let folder = tempfile::Builder::new()
            .prefix("sidedoor-host-")
            .tempdir()
            .unwrap();
        // Apache as root serves files as another user.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        copy_page(&folder.path().join("page"));
        let port = TcpListener::bind(("127.0.0.1", 0))
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let mut server = Self {
            kind,
            port,
            folder,
            child: None,
        };
        let command = match kind {
            Kind::OurOwn => return Ok(server.serve_ourselves()),
            Kind::Nginx => server.nginx()?,
            Kind::Apache => server.apache()?,
            Kind::Caddy => server.caddy()?,
        };
        server.run(&command);
        Ok(server)
    }

    /// The files that it wrote: logs and others, without the page and its configuration.
    pub fn written(&self) -> Vec<(String, String)> {
        let mut written = Vec::new();
        for path in files::below(self.folder.path()) {
            let name = path
                .strip_prefix(self.folder.path())
                .unwrap()
                .to_string_lossy()
                .into_owned();
            if !name.starts_with("page/") && !name.starts_with("told/") {
                let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
                written.push((name, text));
            }
        }
        written
    }

    fn serve_ourselves(mut self) -> Self {
        // It compresses every file at start-up, and each page is the same.
        static READ: OnceLock<Arc<Files>> = OnceLock::new();
        let page = self.folder.path().join("page");
        let files = Arc::clone(READ.get_or_init(|| Arc::new(Files::read(&page).unwrap())));
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        self.port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                axum::serve(listener, files.router()).await.unwrap();
            });
        });
        self
    }

    fn told(&self, name: &str, text: &str) -> String {
        let folder = self.folder.path().join("told");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn nginx(&self) -> Result<Vec<String>, String> {
        let program = program("nginx")?;
        let module = program
            .ancestors()
            .nth(2)
            .unwrap()
            .join("lib/nginx/modules");
        let module = module.join("ngx_http_brotli_static_module.so");
        if !module.is_file() {
            return Err("nginx's module brotli_static is not on this machine".into());
        }
        let folder = self.folder.path().display();
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("  {name}_temp_path {folder}/{name};\n"))
            .concat();
        let text = format!(
            "load_module {};\ndaemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/error.log;\n\
             events {{}}\nhttp {{\n{temporary}  access_log {folder}/access.log;\n  server {{\n    \
             listen 127.0.0.1:{};\n    root {folder}/page;\n    include {};\n    brotli_static on;\n  }}\n}}\n",
            module.display(),
            self.port,
            kit("nginx.conf").display(),
        );
        let told = self.told("nginx.conf", &text);
        let log = format!("{folder}/error.log");
        Ok([&program.display().to_string(), "-e", &log, "-c", &told]
            .map(str::to_owned)
            .to_vec())
    }

    fn apache(&self) -> Result<Vec<String>, String> {
        let program = program("apache2").or_else(|_| program("httpd"))?;
        let modules = Path::new("/usr/lib/apache2/modules");
        let modules = [
            "mpm_event",
            "authz_core",
            "dir",
            "mime",
            "headers",
            "rewrite",
        ]
        .map(|name| {
            format!(
                "LoadModule {name}_module {}/mod_{name}.so\n",
                modules.display()
            )
        })
        .concat();
        let folder = self.folder.path().display();
        fs::copy(
            kit("apache.htaccess"),
            self.folder.path().join("page/.htaccess"),
        )
        .unwrap();
        let text = format!(
            "{modules}ServerName 127.0.0.1\nListen 127.0.0.1:{}\nPidFile {folder}/pid\nErrorLog {folder}/error.log\n\
             DefaultRuntimeDir {folder}\nMutex file:{folder}\nServerTokens Prod\nTraceEnable off\n\
             TypesConfig /dev/null\nUser nobody\nGroup nogroup\n\
             DocumentRoot {folder}/page\n<Directory {folder}/page>\nAllowOverride All\nRequire all granted\n</Directory>\n",
            self.port,
        );
        let told = self.told("apache.conf", &text);
        Ok([&program.display().to_string(), "-X", "-f", &told]
            .map(str::to_owned)
            .to_vec())
    }

    fn caddy(&self) -> Result<Vec<String>, String> {
        let program = program("caddy")?;
        let folder = self.folder.path().display();
        let text = format!(
            "{{\n\tadmin off\n\tauto_https off\n}}\nhttp://127.0.0.1:{} {{\n\tbind 127.0.0.1\n\t\
             root * {folder}/page\n\timport {}\n}}\n",
            self.port,
            kit("page.caddy").display(),
        );
        let told = self.told("Caddyfile", &text);
        let arguments = ["run", "--adapter", "caddyfile", "--config", &told];
        let program = program.display().to_string();
        Ok([program.as_str()]
            .into_iter()
            .chain(arguments)
            .map(str::to_owned)
            .collect())
    }

    fn run(&mut self, command: &[String]) {
        let log = fs::File::create(self.folder.path().join("said.log")).unwrap();
        let folder = self.folder.path();
        let mut child = Command::new("sh")
            .args(["-c", KEEPER, "host"])
            .args(command)
            .envs([("XDG_DATA_HOME", folder), ("XDG_CONFIG_HOME", folder)])
            .stdin(Stdio::piped())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .unwrap();
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let ended = child.try_wait().unwrap();
            assert!(
                ended.is_none() && Instant::now() < deadline,
                "{command:?} does not listen: {:?}",
                self.written()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        self.child = Some(child);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // Closing its input ends the server.
            drop(child.stdin.take());
            child.wait().ok();
        }
    }
}

/// A file of the kit, as `make build` left it.
fn kit(name: &str) -> PathBuf {
    let path = test_support::project().join("kit/hosting").join(name);
    assert!(
        path.is_file(),
        "{} is missing: run `make build` first",
        path.display()
    );
    path
}

/// A program on `PATH`, or where Debian keeps servers.
fn program(name: &str) -> Result<PathBuf, String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = env::split_paths(&path).collect();
    folders.extend(["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from));
    let found = folders
        .iter()
        .map(|folder| folder.join(name))
        .find(|file| file.is_file());
    let found = found.ok_or_else(|| format!("{name} is not on this machine"))?;
    Ok(found.canonicalize().unwrap())
}

/// The built page, each file also precompressed as `docs/hosting.md` says, and files that
/// should not have been left there.
fn copy_page(to: &Path) {
    let dist = dist::folder();
    for path in files::below(&dist) {
        let target = to.join(path.strip_prefix(&dist).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&path, &target).unwrap();
        if path.file_name().is_some_and(|name| name != "_headers") {
            let mut packed = target.into_os_string();
            packed.push(".br");
            fs::File::create(packed)
                .unwrap()
                .write_all(&pack(&fs::read(&path).unwrap()))
                .unwrap();
        }
    }
    for left in [".git/HEAD", ".git/x.json", "notes.txt", "page.html.bak"] {
        let left = to.join(left);
        fs::create_dir_all(left.parent().unwrap()).unwrap();
        fs::write(left, "left behind").unwrap();
    }
    fs::create_dir_all(to.join("folder")).unwrap();
}
