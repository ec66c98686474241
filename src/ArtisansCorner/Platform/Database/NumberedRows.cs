namespace ArtisansCorner.Platform.Database;

/// <summary>A row that files may tell of, each under a number that stays the same.</summary>
public interface INumbered
{
    /// <summary>What it is told apart by when it comes again; nothing when no file told of it.</summary>
    string? ExternalId { get; }
}

/// <summary>Finds what files number.</summary>
public static class NumberedRows
{
    /// <summary>
    /// Those with one of these numbers, by their index, which has only rows with a number. PostgreSQL takes it where that is asked too;
    /// SQLite, before it knows its tables, then goes through all that have a number.
    /// </summary>
    public static IQueryable<T> WithNumbers<T>(this IQueryable<T> rows, AppDb db, List<string> numbers)
        where T : class, INumbered => db.Engine.IsEmbedded
            ? rows.Where(row => numbers.Contains(row.ExternalId!))
            : rows.Where(row => row.ExternalId != null && numbers.Contains(row.ExternalId));
}
