//! The window of a browser, and its viewport.

use std::time::Duration;

use serde_json::json;

use super::Outcome;
use super::engine::{Browser, Engine, Size};

impl Browser {
    /// Opens a tab of a size for a journey, and switches to it.
    pub(super) async fn open_tab(&self, size: Size) -> Outcome {
        let Size(width, _) = size;
        if !self.needs_window_without_frame(width) {
            // `MiniBrowser` does not show a tab that WebDriver opens.
            let tab = match self.engine {
                Engine::WebKit => self.driver.new_window().await?,
                Engine::Chromium | Engine::Firefox => self.driver.new_tab().await?,
            };
            self.driver.switch_to_window(tab).await?;
        }
        self.resize(size).await
    }

    /// Firefox's usual windows are at least 500 px wide; pop-ups are not.
    fn needs_window_without_frame(&self, width: u32) -> bool {
        self.engine == Engine::Firefox && width < 500
    }

    /// Sets the viewport to exactly `size`, whatever the frame around it takes.
    pub async fn resize(&self, size: Size) -> Outcome {
        let Size(width, height) = size;
        if self.engine == Engine::Chromium {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.driver
                .cdp()
                .send_raw("Emulation.setDeviceMetricsOverride", metrics)
                .await?;
            return Ok(());
        }
        if self.needs_window_without_frame(width) {
            self.open_a_window_without_a_frame(size).await?;
        }
        let (mut outer_width, mut outer_height) = (width, height);
        for _ in 0..10 {
            self.driver
                .set_window_rect(0, 0, outer_width, outer_height)
                .await?;
            let Size(inner_width, inner_height) = self.settled_size(size).await?;
            if (inner_width, inner_height) == (width, height) {
                return Ok(());
            }
            outer_width = (outer_width + width).saturating_sub(inner_width);
            outer_height = (outer_height + height).saturating_sub(inner_height);
        }
        Err(format!("{:?} cannot be made {size:?}", self.engine).into())
    }

    /// The viewport once it is `wanted`, or has not changed for a while.
    async fn settled_size(&self, wanted: Size) -> Outcome<Size> {
        let mut size = Size(0, 0);
        let mut unchanged = 0;
        while size != wanted && unchanged < 20 {
            tokio::time::sleep(Duration::from_millis(15)).await;
            let inside = self
                .driver
                .execute("return [innerWidth, innerHeight]", Vec::new())
                .await?;
            let (width, height) = inside.convert()?;
            unchanged = if size == Size(width, height) {
                unchanged + 1
            } else {
                0
            };
            size = Size(width, height);
        }
        Ok(size)
    }

    async fn open_a_window_without_a_frame(&self, Size(width, height): Size) -> Outcome {
        let before = self.driver.windows().await?;
        let open = format!("window.open('about:blank', '', 'popup,width={width},height={height}')");
        self.driver.execute(open, Vec::new()).await?;
        for _ in 0..100 {
            let now = self.driver.windows().await?;
            if let Some(new) = now.into_iter().find(|window| !before.contains(window)) {
                self.driver.switch_to_window(new).await?;
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err("no window opened".into())
    }
}
