//! The browser's entry. The loader in the page calls it first and then hydrates each island.

fn main() {
    sidedoor::hydrate();
}
