using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Finds what the shop said of files.</summary>
public sealed class MappingQuery(AppDb db)
{
    /// <summary>All of it, by the fingerprint of the headings.</summary>
    public async Task<IReadOnlyDictionary<string, ImportMapping>> AllAsync(CancellationToken cancel) =>
        await db.ImportMappings.AsNoTracking().ToDictionaryAsync(mapping => mapping.Fingerprint, StringComparer.Ordinal, cancel);
}
