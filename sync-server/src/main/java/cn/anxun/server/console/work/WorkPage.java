package cn.anxun.server.console.work;

/**
 * The page of what waits.
 *
 * @param problem why the last decision did not come to its end, or ""
 */
public record WorkPage(WorkList list, String problem) {}
