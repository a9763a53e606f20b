/// Customers go out as files: CSV, XLSX, vCard.
///
/// `ExportController` asks `ExportRows` for some hundred customers at a time and gives them to a `CustomerFile`; nobody
/// holds them all. What is exported comes in again as it was (`mapping.Headers` knows the names of the columns).
@NullMarked
package org.santral.server.imports.export;

import org.jspecify.annotations.NullMarked;
