namespace ArtisansCorner.Platform.Values;

/// <summary>
/// Ids of this moment for many rows, each larger than the one before: rows written in their order go to the end of every index that begins with them.
/// Those that <see cref="Guid.CreateVersion7()"/> makes within one millisecond come in any order.
/// </summary>
internal sealed class AscendingIds
{
    private readonly Guid[] ids;
    private int given;

    /// <summary>Makes so many.</summary>
    public AscendingIds(int count)
    {
        ids = new Guid[count];
        for (var i = 0; i < count; i++) ids[i] = Guid.CreateVersion7();
        Array.Sort(ids);
    }

    /// <summary>The next of them.</summary>
    public Guid Next() => ids[given++];
}
