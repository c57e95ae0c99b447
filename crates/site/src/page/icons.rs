//! Icons of a decoy, rendered at build time: one drawing in every format that an operating system requires.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::palette::{COLOURS, Colour, encode, way};
use crate::ui::decoys::look;
use decoys::Decoy;

/// An icon of a decoy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Icon {
    /// File name.
    pub name: &'static str,
    /// Width and height in pixels; `None` for a vector image.
    pub size: Option<u32>,
    /// `purpose` in the Web Application Manifest; `None` if it is not listed there.
    pub purpose: Option<&'static str>,
    /// Content of the file.
    pub bytes: Vec<u8>,
}

/// The drawing of an icon is not valid SVG.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("failed to draw {name}: {reason}")]
pub struct IconError {
    name: &'static str,
    reason: String,
}

/// Background of an icon.
#[derive(Clone, Copy)]
enum Ground {
    /// A square with rounded corners.
    Round,
    /// A full-bleed square that the system masks (maskable); the drawing is within the inner 80 %.
    Full,
    /// Transparent: the system sets the colour and uses only the alpha channel (monochrome).
    None,
}

/// Renders every icon of a decoy: for tabs, for the home screens of Android and iPhone, and in monochrome.
///
/// # Errors
///
/// An [`IconError`] if a drawing is not SVG.
pub fn icons(tool: Decoy) -> Result<Vec<Icon>, IconError> {
    let drawn = |name, size, purpose, ground| {
        let svg = draw(tool, ground);
        let colours = colours(tool, ground).ok_or("its colour is not like #3b4a63".to_owned());
        let bytes = colours.and_then(|colours| to_png(&svg, size, &colours));
        Ok(Icon {
            name,
            size: Some(size),
            purpose,
            bytes: bytes.map_err(|reason| IconError { name, reason })?,
        })
    };
    Ok(vec![
        Icon {
            name: "icon.svg",
            size: None,
            purpose: Some("any"),
            bytes: draw(tool, Ground::Round).into_bytes(),
        },
        drawn("icon-180.png", 180, None, Ground::Full)?,
        drawn("icon-192.png", 192, Some("any"), Ground::Round)?,
        drawn("icon-512.png", 512, Some("any"), Ground::Round)?,
        drawn("icon-full-512.png", 512, Some("maskable"), Ground::Full)?,
        drawn("icon-plain-512.png", 512, Some("monochrome"), Ground::None)?,
    ])
}

fn draw(tool: Decoy, ground: Ground) -> String {
    let look = look(tool);
    let colour = look.colour;
    let square =
        |round: &str| format!("<rect width=\"96\" height=\"96\"{round} fill=\"{colour}\"/>");
    // Half a unit of the drawing is a whole number of pixels at size 512 (7, 6 and 8), so lines are sharp and
    // compress better.
    let (square, ink, scale) = match ground {
        Ground::Round => (square(" rx=\"21\""), "#fff", 2.625),
        Ground::Full => (square(""), "#fff", 2.25),
        Ground::None => (String::new(), "#000", 3.0),
    };
    // Centred in a square of 96.
    let margin = 48.0 - 12.0 * scale;
    let drawing = look.drawing.trim().replace("currentColor", ink);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\">{square}<g transform=\"translate({margin} {margin}) scale({scale})\">{drawing}</g></svg>\n"
    )
}

/// Returns the palette of an icon: background, drawing, and the antialiasing steps between them.
fn colours(tool: Decoy, ground: Ground) -> Option<Vec<Colour>> {
    const WHITE: Colour = [255; 4];
    let number = u32::from_str_radix(look(tool).colour.strip_prefix('#')?, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    let (clear, below) = ([red, green, blue, 0], [red, green, blue, 255]);
    let (corners, from, to) = match ground {
        // Most edges are those of the drawing, so it gets most of the steps; the corners get the rest.
        Ground::Round => (5, below, WHITE),
        Ground::Full => (0, below, WHITE),
        Ground::None => (0, [0; 4], [0, 0, 0, 255]),
    };
    let edges = way(from, to, COLOURS - 1 - corners);
    Some(
        way(clear, below, corners)
            .chain(edges)
            .chain([to])
            .collect(),
    )
}

fn to_png(svg: &str, size: u32, colours: &[Colour]) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(svg, &Options::default()).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(size, size).ok_or("it has no size")?;
    #[expect(clippy::cast_precision_loss, reason = "no icon has a million pixels")]
    let scale = size as f32 / tree.size().width();
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    encode(&pixels, colours).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::icons;
    use decoys::Decoy;
    use resvg::tiny_skia::Pixmap;

    #[test]
    fn every_icon_has_its_size_and_something_on_it() {
        for tool in Decoy::ALL {
            for icon in icons(tool).unwrap() {
                let Some(size) = icon.size else { continue };
                let pixels = Pixmap::decode_png(&icon.bytes).unwrap();
                assert_eq!(
                    (pixels.width(), pixels.height()),
                    (size, size),
                    "{}",
                    icon.name
                );
                let all = || pixels.pixels().iter();
                let opaque = all().filter(|pixel| pixel.alpha() > 200).count();
                let share = opaque * 100 / all().count();
                let corner = pixels.pixel(0, 0).unwrap().alpha();
                let expected = match icon.purpose {
                    Some("any") => corner == 0 && share > 90,
                    Some("monochrome") => corner == 0 && (5..60).contains(&share),
                    _ => corner == 255 && share == 100,
                };
                assert!(expected, "{tool:?} {}: {share} % and {corner}", icon.name);
                // The drawing is distinguishable from the background.
                let differing = all()
                    .filter(|pixel| **pixel != pixels.pixel(size / 2, 2).unwrap())
                    .count();
                assert!(
                    differing * 100 / all().count() > 5,
                    "{tool:?} {}",
                    icon.name
                );
            }
        }
    }

    #[test]
    fn what_a_system_cuts_off_is_only_ground() {
        for tool in Decoy::ALL {
            for icon in icons(tool).unwrap() {
                if icon.purpose != Some("maskable") {
                    continue;
                }
                let pixels = Pixmap::decode_png(&icon.bytes).unwrap();
                let ground = pixels.pixel(0, 0).unwrap();
                let (size, middle) = (pixels.width(), f64::from(pixels.width()) / 2.0);
                for (x, y) in (0..size).flat_map(|x| (0..size).map(move |y| (x, y))) {
                    let away = (f64::from(x) - middle).hypot(f64::from(y) - middle);
                    // The safe zone: a circle of 80 % (Web Application Manifest, “icon masks and safe zone”).
                    let cut = away > 0.4 * f64::from(size);
                    assert!(
                        !cut || pixels.pixel(x, y).unwrap() == ground,
                        "{tool:?} at {x} {y}"
                    );
                }
            }
        }
    }
}
