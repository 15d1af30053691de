/**
 * Lists of the ledger's records, for the office and for auditors; personal fields only on request.
 */
@NullMarked
package cn.anxun.server.report.records;

import org.jspecify.annotations.NullMarked;
