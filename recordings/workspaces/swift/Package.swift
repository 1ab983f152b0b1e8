// swift-tools-version:5.9
import PackageDescription

let package = Package(
    name: "Typeset",
    products: [.library(name: "Typeset", targets: ["Typeset"])],
    targets: [.target(name: "Typeset")]
)
