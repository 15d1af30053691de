package cn.anxun.server.console.page;

/**
 * Why there is no page.
 *
 * @param mayDo what the person can do here instead, or ""
 */
public record Message(String sentence, String mayDo) {}
