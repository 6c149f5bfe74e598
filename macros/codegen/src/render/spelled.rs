//! Types as a person writes them who has imported what they name: for documents that show what generated code is
//! called.

use proc_macro2::TokenStream;
use quote::quote;

use super::{accessor::Accessors, paths::Paths, record::response, scope::Scope, tokens::Tokens};
use crate::plan::{Accessor, ModulePath, Returns, TypePath, Types, Value};

/// The types of a property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelled {
    /// What its getter gives: `Option<&MediaConfig>`.
    pub gives: String,
    /// What its name holds: `MediaConfig` of a `Property<Answer, MediaConfig>`.
    pub holds: String,
}

/// The types of the property that has `accessor`, without the modules that they are in; what is in the runtime is in
/// `odatype`.
#[must_use]
pub fn spelled(accessor: &Accessor) -> Spelled {
    let accessor = Accessor { value: imported(&accessor.value), ..accessor.clone() };
    scoped(|scope| {
        let accessors = Accessors::new(scope);
        let text = |write: &dyn Fn(&mut Tokens)| {
            let mut out = Tokens::default();
            write(&mut out);
            close(&out.finish())
        };
        Spelled {
            gives: text(&|out| accessors.getter_type(&accessor, out)),
            holds: text(&|out| accessors.property_type(&accessor, out)),
        }
    })
}

/// The type of what an operation returns, likewise: `odatype::Collection<Call>`.
#[must_use]
pub fn spelled_response(returns: &Returns) -> String {
    let returns = Returns { value: imported(&returns.value), collection: returns.collection };
    scoped(|scope| close(&response(&returns, scope)))
}

fn scoped<T>(write: impl FnOnce(&Scope<'_>) -> T) -> T {
    let runtime = quote!(odatype);
    write(&Scope { paths: Paths::new(&[], &runtime, false), schema: TokenStream::new(), types: &Types::default() })
}

/// The same type without the way to it.
fn imported(value: &Value) -> Value {
    let near = |path: &TypePath| TypePath { module: ModulePath::default(), ident: path.ident.clone() };
    match value {
        Value::Enum(path) => Value::Enum(near(path)),
        Value::Object(path) => Value::Object(near(path)),
        Value::Union(path) => Value::Union(near(path)),
        other => other.clone(),
    }
}

/// Without the spaces that tokens have between them and people do not.
fn close(tokens: &TokenStream) -> String {
    tokens.to_string().split_whitespace().collect::<String>().replace(',', ", ")
}
