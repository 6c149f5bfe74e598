use odatype::graph::MediaConfig;

fn main() {
    let config = MediaConfig::from(odatype::graph::AppHostedMediaConfig::new());
    match config {
        MediaConfig::AppHosted(_) | MediaConfig::ServiceHosted(_) | MediaConfig::Unknown(_) => {}
    }
}
