/// Customers come in from files.
///
/// `ImportController` takes a file (`Uploads`), looks at its beginning (`Preview`) and keeps a job (`ImportJobs`).
/// `Importer` runs one job at a time: `ImportRun` reads the file row by row (`files`), each row becomes a customer or
/// the reasons why it does not (`mapping`), and `BatchWriter` writes some thousand at once through `CustomerStore`,
/// together with how far the job is. `export` goes the other way. Decision 0014.
@NullMarked
package org.santral.server.imports;

import org.jspecify.annotations.NullMarked;
