using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Takes rows of an import back some at a time, so that nobody waits long for the transaction.</summary>
internal static class TakeSomeBack
{
    /// <summary>Deletes up to so many of these rows of one import; tells how many, 0 at the end.</summary>
    public static async Task<int> DeleteSomeAsync<T>(this IQueryable<T> ofImport, int atMost, CancellationToken cancel)
        where T : class
    {
        // All are of one import: this order costs nothing, by their index.
        var ids = await ofImport.OrderBy(row => EF.Property<Guid?>(row, "ImportId")).Select(row => EF.Property<Guid>(row, "Id")).Take(atMost).ToListAsync(cancel);
        return ids.Count == 0 ? 0 : await ofImport.Where(row => ids.Contains(EF.Property<Guid>(row, "Id"))).ExecuteDeleteAsync(cancel);
    }
}
