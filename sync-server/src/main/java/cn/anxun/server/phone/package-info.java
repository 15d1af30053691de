/**
 * Simulated phones for the demo, the replayed cases and the tests: core's sync engine over the real
 * HTTP API, with a store on disk, and a network that can be made unreliable. Nothing of the server
 * itself uses it.
 */
@NullMarked
package cn.anxun.server.phone;

import org.jspecify.annotations.NullMarked;
