using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Draft;

/// <summary>
/// The customers of a file who were looked for or made: a number and a row of the database each, for a file may name half a million.
/// What the file says of them is forgotten with the orders that say it.
/// </summary>
internal sealed class KnownCustomers
{
    private Blocks<KnownCustomer> known = new();
    private HashNumbers places = new();

    /// <summary>How many of them are not here.</summary>
    public int New { get; private set; }

    /// <summary>Who a customer is; nothing when they were not looked for.</summary>
    public KnownCustomer? Of(DraftCustomer customer)
    {
        var hash = OrderHash.Of(customer.Key);
        return places.Has(hash) ? known[places[hash] - 1] : null;
    }

    /// <summary>Notes who a customer is; whoever is not here is counted once.</summary>
    public void Set(DraftCustomer customer, CustomerGaps gaps)
    {
        var found = new KnownCustomer(customer.Id, customer.IsHere, gaps);
        ref var place = ref places[OrderHash.Of(customer.Key)];
        if (place > 0)
        {
            known[place - 1] = found;
            return;
        }

        place = known.Add(found) + 1;
        if (customer.Id is null) New++;
    }

    /// <summary>Forgets all: they are looked for anew.</summary>
    public void Clear()
    {
        (known, places, New) = (new Blocks<KnownCustomer>(), new HashNumbers(), 0);
    }
}

/// <summary>A customer who was looked for or made.</summary>
/// <param name="Id">Their row in the database; nothing when they are not here.</param>
/// <param name="IsHere">Whether they were here before the import.</param>
/// <param name="Gaps">What the import does not know of them yet; nothing of those who were here, who stay as they are.</param>
internal readonly record struct KnownCustomer(Guid? Id, bool IsHere, CustomerGaps Gaps);

/// <summary>What is not known of a customer.</summary>
[Flags]
internal enum CustomerGaps : byte
{
    /// <summary>All is known.</summary>
    None = 0,

    /// <summary>Their name.</summary>
    Name = 1,

    /// <summary>Their country.</summary>
    Country = 2,

    /// <summary>Their state, county or province.</summary>
    Region = 4,

    /// <summary>Their town.</summary>
    City = 8,

    /// <summary>Their postcode.</summary>
    Postcode = 16,
}
