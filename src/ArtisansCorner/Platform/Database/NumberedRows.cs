using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Sales;

/// <summary>Finds what channels number.</summary>
public static class ChannelNumbers
{
    /// <summary>
    /// Those with one of these numbers, by their index, which has only rows with a number. PostgreSQL takes it where that is asked too;
    /// SQLite, before it knows its tables, then goes through all that have a number.
    /// </summary>
    public static IQueryable<T> WithNumbers<T>(this IQueryable<T> rows, AppDb db, List<string> numbers)
        where T : class, IFromChannel => db.Engine.IsEmbedded
            ? rows.Where(row => numbers.Contains(row.ExternalId!))
            : rows.Where(row => row.ExternalId != null && numbers.Contains(row.ExternalId));
}
