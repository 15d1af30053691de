/** 待办: what in the ledger a person must decide. */
@NullMarked
package cn.anxun.server.console.work;

import org.jspecify.annotations.NullMarked;
