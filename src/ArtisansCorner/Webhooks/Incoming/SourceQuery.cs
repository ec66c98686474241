using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>A source as the API and pages show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Platform">Which platform.</param>
/// <param name="Url">The address that the platform posts to.</param>
/// <param name="NotificationUrl">The address as the platform was told it, when it is another.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="HeardAt">When something good last came.</param>
public sealed record SourceItem(Guid Id, SellingPlatform Platform, string Url, string? NotificationUrl, DateTimeOffset CreatedAt, DateTimeOffset? HeardAt);

/// <summary>Finds the sources of the shop.</summary>
public sealed class SourceQuery(AppDb db)
{
    /// <summary>All of them, oldest first, with addresses under this root.</summary>
    public async Task<IReadOnlyList<SourceItem>> ListAsync(string root, CancellationToken cancel) =>
        [.. (await db.WebhookSources.AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancel))
            .Select(row => new SourceItem(row.Id, row.Platform, AddressOf(root, row), row.NotificationUrl, row.CreatedAt, row.HeardAt))];

    /// <summary>Where this installation is reached, as whoever asks reaches it.</summary>
    public static string RootOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>The address that a platform posts to.</summary>
    public static string AddressOf(string root, WebhookSource source) => $"{root}/hooks/{source.Token}/{EnumWords.Of(source.Platform)}";
}
