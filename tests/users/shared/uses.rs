//! What a user writes with the types: the same for each way in.
//!
//! A comment with `@` before a function names what of the schema it uses, as `odatype diff` names it.

use odatype::Structured as _;

use super::garage::garage::{self as types, Car, Colour, Engine, Hall, Van, Vehicle};

//@ garage.vehicle/id, garage.vehicle/make
/// The rename gives `make` another name.
pub fn inherited() -> String {
    let car = Car::new().with(Car::ID, "c").with(Car::MAKER, "Ours");
    format!("{:?} {:?}", car.id(), car.maker())
}

//@ garage.car/doors
/// A number of doors.
pub fn doors() -> String {
    let doors: Option<i32> = Car::new().with(Car::DOORS, 5).doors();
    format!("{doors:?}")
}

//@ garage.van/load
/// A property of another derived type.
pub fn load() -> String {
    odatype::to_string(&Van::new().with(Van::LOAD, 900))
}

//@ garage.car/plate
/// What only the overlay declares.
pub fn plate() -> String {
    odatype::to_string(&Car::new().with(Car::PLATE, "A 1"))
}

//@ garage.colour/red
/// A member.
pub fn red() -> String {
    format!("{:?}", Car::new().with(Car::COLOUR, Colour::Red).colour())
}

//@ garage.colour/green
/// Another member.
pub fn green() -> String {
    Colour::Green.as_str().to_owned()
}

//@ garage.car/engine, garage.engine
/// A getter whose type has no derived types.
pub fn power(car: &Car) -> Option<i32> {
    let engine: Option<&Engine> = car.engine();
    engine?.power()
}

//@ garage.hall/vehicles
/// A tagged enum.
pub fn vehicles() -> String {
    let hall = Hall::new().with(Hall::ID, "h").with(Hall::VEHICLES, [Vehicle::from(Car::new()), Vehicle::from(Van::new())]);
    let cars = hall.vehicles().iter().filter(|vehicle| matches!(vehicle, Vehicle::Car(_))).count();
    format!("{cars} {}", odatype::to_string(&hall))
}

//@ garage.park(garage.hall)
/// A body with its required parameter.
pub fn park() -> String {
    use types::actions::hall::{Park, ParkRequired};
    odatype::to_string(&Park::new(ParkRequired { place: 7 }).with(Park::NOTE, "near the door"))
}
