package cn.anxun.server.console.measure;

/** Something to choose, with what it is called. */
public record Option(String value, String label, boolean chosen) {}
