using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ArtisansCorner.Platform.Database;

/// <summary>A query made ready once for each engine: what EF Core compiles is bound to the model it first ran on, and a test process has two.</summary>
/// <typeparam name="TQuery">What it is made into, such as the delegate it is compiled to.</typeparam>
/// <param name="make">Makes it.</param>
internal sealed class PerModel<TQuery>(Func<AppDb, TQuery> make)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    /// <summary>The query for the engine of this database.</summary>
    public TQuery Of(AppDb db) => queries.GetValue(db.Model, _ => make(db));
}
