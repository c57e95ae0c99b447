//! The icons of a tool, drawn when the page is built: one drawing, and what each system asks for of it.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::palette::{COLOURS, Colour, encode, way};
use crate::domain::decoys::Decoy;
use crate::ui::decoys::look;

/// An icon of a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Icon {
    /// The name of its file.
    pub name: &'static str,
    /// Its sides in pixels; none for a drawing that has no size.
    pub size: Option<u32>,
    /// What a manifest says that it is for (Web Application Manifest, `purpose`); none if it is not for that.
    pub purpose: Option<&'static str>,
    /// The file.
    pub bytes: Vec<u8>,
}

/// An icon that cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("failed to draw {name}: {reason}")]
pub struct IconError {
    name: &'static str,
    reason: String,
}

/// What lies around the drawing.
#[derive(Clone, Copy)]
enum Ground {
    /// A square with round corners.
    Round,
    /// A square to the edges, which the system cuts; the drawing stays within the inner 80 %.
    Full,
    /// Nothing: the system gives the colour, and only what is opaque counts.
    None,
}

/// Every icon of a tool: for tabs, for the home screens of Android and iPhones, and in one colour.
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
    // Half a unit of the drawing is whole pixels of 512: 7, 6 and 8. So lines are sharp there, and take fewer bytes.
    let (square, ink, scale) = match ground {
        Ground::Round => (square(" rx=\"21\""), "#fff", 2.625),
        Ground::Full => (square(""), "#fff", 2.25),
        Ground::None => (String::new(), "#000", 3.0),
    };
    // In the middle of a square of 96.
    let margin = 48.0 - 12.0 * scale;
    let drawing = look.drawing.trim().replace("currentColor", ink);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\">{square}<g transform=\"translate({margin} {margin}) scale({scale})\">{drawing}</g></svg>\n"
    )
}

/// The colours of an icon: what is below the drawing, the drawing, and what lies between them at its edges.
fn colours(tool: Decoy, ground: Ground) -> Option<Vec<Colour>> {
    const WHITE: Colour = [255; 4];
    let number = u32::from_str_radix(look(tool).colour.strip_prefix('#')?, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    let (clear, below) = ([red, green, blue, 0], [red, green, blue, 255]);
    let (corners, from, to) = match ground {
        // Most edges are those of the drawing; the corners have the rest.
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
    use crate::domain::decoys::Decoy;
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
                // What stands in the icon can be told from what lies below it.
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
