using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Shops;

/// <summary>A further page of a shop's settings, which a module registers.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Path">Where it is, under the shop.</param>
/// <param name="Icon">The name of its icon.</param>
/// <param name="Words">What one does there.</param>
/// <param name="When">Whether the present shop has a use for it; every shop has where nothing is said.</param>
public sealed record SettingsLink(string Title, string Path, string Icon, string Words, Func<AppDb, CancellationToken, Task<bool>>? When = null);
