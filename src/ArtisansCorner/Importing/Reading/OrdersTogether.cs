namespace ArtisansCorner.Importing.Reading;

/// <summary>Finds out whether the rows of each order stand together, over all tables of an upload: then an order is whole when the next begins.</summary>
internal sealed class OrdersTogether
{
    private HashNumbers? seen = new();
    private ulong last = OrderHash.Alone;

    /// <summary>Whether it is so, up to here.</summary>
    public bool AreTogether => seen is not null;

    /// <summary>Hears the next row, and in which column it says which order it belongs to; in none where its table has no orders.</summary>
    public void Hear(CsvRows row, int? column)
    {
        if (column is not { } number) return;
        var hash = OrderHash.Of(row[number]);
        if (seen is null || hash == last) return;
        last = hash;
        if (hash != OrderHash.Alone && seen[hash]++ > 0) seen = null;
    }

    /// <summary>Hears that a table ends: an order that goes on in the next does not stand together.</summary>
    public void EndTable() => last = OrderHash.Alone;
}
