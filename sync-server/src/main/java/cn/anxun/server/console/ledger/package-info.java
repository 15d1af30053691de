/** 台账: the records of each type to filter, search, sort and take away. */
@NullMarked
package cn.anxun.server.console.ledger;

import org.jspecify.annotations.NullMarked;
