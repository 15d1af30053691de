/**
 * Fills the finance bureau's own workbooks and documents in place: the file is edited as the zip of
 * XML that it is, so that nothing but the filled cells and runs changes, and the numbers of a
 * narrative report are held against the form.
 */
@NullMarked
package cn.anxun.server.report.fill;

import org.jspecify.annotations.NullMarked;
