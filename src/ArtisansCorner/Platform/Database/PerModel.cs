using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ArtisansCorner.Platform.Database;

/// <summary>A compiled query for each engine: EF Core binds one to the model it first ran on, and a test process has two.</summary>
/// <typeparam name="TQuery">The delegate it is compiled to.</typeparam>
/// <param name="compile">Compiles it.</param>
internal sealed class PerModel<TQuery>(Func<TQuery> compile)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    /// <summary>The query for the engine of this database.</summary>
    public TQuery Of(AppDb db) => queries.GetValue(db.Model, _ => compile());
}
