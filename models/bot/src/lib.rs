#![doc = include_str!("../README.md")]

pub mod bot;
pub mod call;
mod http;
pub mod notes;
pub mod server;
mod service;
pub mod settings;
pub mod simulator;
