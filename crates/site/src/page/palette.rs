//! Encoder for small indexed PNG files: a fixed palette of sixteen colours, four bits per pixel.

use png::{BitDepth, ColorType, DeflateCompression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{ColorU8, Pixmap, PremultipliedColorU8};

/// Maximum size of the palette: four bits per pixel.
pub(super) const COLOURS: u8 = 16;

/// Red, green, blue, alpha.
pub(super) type Colour = [u8; 4];

/// Interpolates `steps` colours from `from` (inclusive) to `to` (exclusive).
pub(super) fn way(from: Colour, to: Colour, steps: u8) -> impl Iterator<Item = Colour> {
    let mixed = move |step: u8, part: usize| {
        let at = |colour: Colour| colour.get(part).copied().map_or(0, u16::from);
        let (step, steps) = (u16::from(step), u16::from(steps));
        let sum = at(from) * (steps - step) + at(to) * step;
        u8::try_from((sum + steps / 2) / steps).unwrap_or(u8::MAX)
    };
    (0..steps).map(move |step| std::array::from_fn(|part| mixed(step, part)))
}

/// Encodes an image as PNG with the nearest palette colour for each pixel. At most [`COLOURS`] colours.
pub(super) fn encode(pixels: &Pixmap, colours: &[Colour]) -> Result<Vec<u8>, EncodingError> {
    let mut rows = Vec::new();
    let width = usize::try_from(pixels.width()).unwrap_or(usize::MAX);
    for row in pixels.pixels().chunks(width) {
        for pair in row.chunks(2) {
            let half = |place: usize| pair.get(place).map_or(0, |pixel| nearest(*pixel, colours));
            rows.push(half(0) << 4 | half(1));
        }
    }
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    encoder.set_palette(parts(colours, 0..3));
    if colours.iter().any(|[_, _, _, alpha]| *alpha < u8::MAX) {
        encoder.set_trns(parts(colours, 3..4));
    }
    encoder.set_deflate_compression(DeflateCompression::Level(9));
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header()?.write_image_data(&rows)?;
    Ok(file)
}

/// Concatenates a range of channels of every colour.
fn parts(colours: &[Colour], range: std::ops::Range<usize>) -> Vec<u8> {
    let parts = colours
        .iter()
        .filter_map(|colour| colour.get(range.clone()));
    parts.flatten().copied().collect()
}

/// Returns the index of the nearest colour, comparing premultiplied values.
fn nearest(pixel: PremultipliedColorU8, colours: &[Colour]) -> u8 {
    let away = |colour: &Colour| {
        let [red, green, blue, alpha] = *colour;
        let colour = ColorU8::from_rgba(red, green, blue, alpha).premultiply();
        let square = |own: u8, other: u8| u32::from(own.abs_diff(other)).pow(2);
        square(pixel.red(), colour.red())
            + square(pixel.green(), colour.green())
            + square(pixel.blue(), colour.blue())
            + square(pixel.alpha(), colour.alpha())
    };
    let places = (0..COLOURS).zip(colours);
    let nearest = places.min_by_key(|(_, colour)| away(colour));
    nearest.map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::{encode, way};
    use resvg::tiny_skia::{Color, Pixmap};

    #[test]
    fn a_picture_comes_back_with_the_nearest_of_its_colours() {
        let colours: Vec<_> = way([200, 0, 40, 0], [200, 0, 40, 255], 4)
            .chain(way([200, 0, 40, 255], [255, 255, 255, 255], 11))
            .chain([[255, 255, 255, 255]])
            .collect();
        assert_eq!(colours.len(), 16);
        // An odd width, so that the last byte of a row has only one pixel.
        let mut pixels = Pixmap::new(5, 3).unwrap();
        for (given, expected) in [
            (Color::TRANSPARENT, [0, 0, 0, 0]),
            (Color::WHITE, [255, 255, 255, 255]),
            (Color::from_rgba8(201, 2, 41, 255), [200, 0, 40, 255]),
            (Color::from_rgba8(200, 0, 40, 130), [100, 0, 20, 128]),
        ] {
            pixels.fill(given);
            let file = encode(&pixels, &colours).unwrap();
            let back = Pixmap::decode_png(&file).unwrap();
            assert_eq!((back.width(), back.height()), (5, 3));
            for pixel in back.pixels() {
                let found = [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()];
                assert_eq!(found, expected);
            }
        }
    }
}
