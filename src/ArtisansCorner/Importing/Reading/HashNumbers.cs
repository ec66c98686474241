namespace ArtisansCorner.Importing.Reading;

/// <summary>
/// A whole number for each of millions of hashes, in arrays and no object more; 0 where none was given. No hash is 0.
/// The arrays are many and small, so that none is copied to one of twice its size when millions are in it.
/// </summary>
internal sealed class HashNumbers
{
    private const int Bits = 8;
    private readonly Part[] parts = [.. Enumerable.Range(0, 1 << Bits).Select(_ => new Part())];

    /// <summary>The number of a hash, to read or to change.</summary>
    public ref int this[ulong hash] => ref parts[hash >> (64 - Bits)][hash];

    /// <summary>Whether a hash has a number.</summary>
    public bool Has(ulong hash) => parts[hash >> (64 - Bits)].Has(hash);

    /// <summary>Raises each number to at least what another has for its hash.</summary>
    public void Raise(HashNumbers other)
    {
        foreach (var (hash, number) in other.parts.SelectMany(part => part.All())) this[hash] = Math.Max(this[hash], number);
    }

    private sealed class Part
    {
        private ulong[] hashes = new ulong[16];
        private int[] numbers = new int[16];
        private int count;

        public ref int this[ulong hash]
        {
            get
            {
                var at = PlaceOf(hash);
                if (hashes[at] == hash) return ref numbers[at];
                if (++count > hashes.Length / 4 * 3)
                {
                    Grow();
                    at = PlaceOf(hash);
                }

                hashes[at] = hash;
                return ref numbers[at];
            }
        }

        public bool Has(ulong hash) => hashes[PlaceOf(hash)] == hash;

        public IEnumerable<(ulong Hash, int Number)> All() => hashes.Zip(numbers).Where(one => one.First != 0);

        private int PlaceOf(ulong hash)
        {
            var mask = hashes.Length - 1;
            var at = (int)hash & mask;
            while (hashes[at] != 0 && hashes[at] != hash) at = (at + 1) & mask;
            return at;
        }

        private void Grow()
        {
            var (hashesBefore, numbersBefore) = (hashes, numbers);
            (hashes, numbers) = (new ulong[hashesBefore.Length * 2], new int[hashesBefore.Length * 2]);
            for (var i = 0; i < hashesBefore.Length; i++)
            {
                if (hashesBefore[i] == 0) continue;
                var at = PlaceOf(hashesBefore[i]);
                (hashes[at], numbers[at]) = (hashesBefore[i], numbersBefore[i]);
            }
        }
    }
}
