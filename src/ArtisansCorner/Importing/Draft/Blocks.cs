namespace ArtisansCorner.Importing.Draft;

/// <summary>A list that grows by blocks, so that millions of rows are never copied to a larger array.</summary>
internal sealed class Blocks<T>
{
    private const int Bits = 13;
    private readonly List<T[]> blocks = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them, to read or to change.</summary>
    public ref T this[int at] => ref blocks[at >> Bits][at & ((1 << Bits) - 1)];

    /// <summary>Adds one and tells its place.</summary>
    public int Add(T item)
    {
        if (Count >> Bits == blocks.Count) blocks.Add(new T[1 << Bits]);
        this[Count] = item;
        return Count++;
    }
}
