package cn.anxun.server.handout;

import java.nio.file.Path;

/** The app that phones get now. */
public record HandedOutApp(AppPackage app, VersionPolicy policy, Path file) {}
