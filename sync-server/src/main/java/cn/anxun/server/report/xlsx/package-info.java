/** Workbooks: printed documents as .xlsx, and streamed lists of records. */
@NullMarked
package cn.anxun.server.report.xlsx;

import org.jspecify.annotations.NullMarked;
