package cn.anxun.apk.resource;

import java.nio.file.Path;
import java.util.List;

/**
 * What is linked to one resource package.
 *
 * @param manifest the merged manifest
 * @param compiled compiled resources; a later one overrides an earlier one
 * @param assets directories of assets; a later one overrides an earlier one
 * @param minSdk the lowest API level
 * @param targetSdk the API level the app expects
 */
public record LinkRequest(
    Path manifest, List<Path> compiled, List<Path> assets, int minSdk, int targetSdk) {

  public LinkRequest {
    compiled = List.copyOf(compiled);
    assets = List.copyOf(assets);
  }
}
