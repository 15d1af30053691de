/** Brings in ledgers kept in workbooks: upload, look, import. */
@NullMarked
package cn.anxun.server.console.importing;

import org.jspecify.annotations.NullMarked;
