//! Many threads that work on pieces, and one that takes what comes of them in the archive's order.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex, PoisonError,
        mpsc::{Receiver, channel},
    },
};

use super::archive::{PIECE, Piece, Pieces};

/// Lets `threads` workers, each made by `worker`, work on `pieces`, and `take` have what comes of each, in order, until
/// it says that it wants no more. Gives why files could not be read.
///
/// A piece's buffer goes round: from the reader to a worker, to whoever takes, and back. There are a few of them, so
/// that no thread can be far ahead of the others.
pub(super) fn run<T: Send, W: FnMut(&Piece) -> T>(
    mut pieces: Pieces<'_>,
    threads: usize,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(T) -> bool,
) -> Vec<String> {
    let (free, buffers) = channel::<Vec<u8>>();
    let (work, waiting) = channel::<(u64, Piece)>();
    let (done, judged) = channel::<(u64, Vec<u8>, T)>();
    for _ in 0..=threads * 2 {
        // The other end is here.
        let _ = free.send(Vec::new());
    }
    let waiting = Mutex::new(waiting);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (done, waiting, worker) = (done.clone(), &waiting, &worker);
            scope.spawn(move || {
                let mut work = worker();
                while let Some((number, piece)) = next(waiting) {
                    let result = work(&piece);
                    if done.send((number, piece.bytes, result)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        let reader = scope.spawn(move || {
            let mut errors = Vec::new();
            let mut numbers = 0..;
            while let Ok(mut buffer) = buffers.recv() {
                loop {
                    match pieces.next(std::mem::take(&mut buffer)) {
                        Some(Ok(piece)) => {
                            let Some(number) = numbers.next() else { return errors };
                            if work.send((number, piece)).is_err() {
                                return errors;
                            }
                            break;
                        }
                        Some(Err(error)) => errors.push(error),
                        None => return errors,
                    }
                }
            }
            errors
        });
        let (mut early, mut wanted) = (BTreeMap::new(), 0);
        for (number, buffer, result) in judged {
            early.insert(number, (buffer, result));
            while let Some((mut buffer, result)) = early.remove(&wanted) {
                wanted += 1;
                // What one long line needed is not kept for all others.
                buffer.clear();
                buffer.shrink_to(2 * PIECE);
                // The reader is gone at the archive's end.
                let _ = free.send(buffer);
                if !take(result) {
                    drop(free);
                    return Vec::new();
                }
            }
        }
        reader.join().unwrap_or_default()
    })
}

fn next(waiting: &Mutex<Receiver<(u64, Piece)>>) -> Option<(u64, Piece)> {
    // A thread that waits for a piece cannot leave the receiver in a bad state.
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_however_long_each_takes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        std::fs::write(&file, "x\n".repeat(20 * PIECE)).unwrap();
        let files = [file];
        let (mut lines, mut order) = (0, Vec::new());
        let count = std::sync::atomic::AtomicUsize::new(0);
        let errors = run(
            Pieces::new(&files),
            3,
            || {
                |piece: &Piece| {
                    let number = count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    if number.is_multiple_of(3) {
                        std::thread::sleep(std::time::Duration::from_millis(3));
                    }
                    (piece.is_first, piece.bytes.len() / 2)
                }
            },
            |(is_first, count)| {
                lines += count;
                order.push(is_first);
                true
            },
        );
        assert!(errors.is_empty() && order.len() > 30 && order[0] && !order[1..].contains(&true));
        assert_eq!(lines, 20 * PIECE);
        // Whoever has enough ends it.
        let mut taken = 0;
        run(
            Pieces::new(&files),
            2,
            || |_: &Piece| (),
            |()| {
                taken += 1;
                taken < 3
            },
        );
        assert_eq!(taken, 3);
    }
}
