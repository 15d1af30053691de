/** Tests of the console's pages over HTTP. */
@NullMarked
package cn.anxun.server.console.ledger;

import org.jspecify.annotations.NullMarked;
