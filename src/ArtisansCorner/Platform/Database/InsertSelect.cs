using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ArtisansCorner.Platform.Database;

/// <summary>Rows that the database makes of its own: INSERT … SELECT, which LINQ cannot say.</summary>
public static class InsertSelect
{
    /// <summary>
    /// Inserts what a query selects, inside the transaction that is open, without any row coming here.
    /// The query ends in <c>Select(… => new T { … })</c>, each member worked out by the database from another.
    /// </summary>
    public static async Task InsertAsync<T>(this AppDb db, IQueryable<T> rows, CancellationToken cancel)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var columns = MembersOf(rows.Expression).Select(member => entity.FindProperty(member)!.GetColumnName(table)!);
        await using DbCommand command = rows.CreateDbCommand();
        // Both names come from the model.
        command.CommandText = $"INSERT INTO \"{table.Name}\" (\"{string.Join("\", \"", columns)}\")\n{command.CommandText}";
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await command.ExecuteNonQueryAsync(cancel);
    }

    // A query selects its columns in the order in which they are named.
    private static IEnumerable<string> MembersOf(Expression query) =>
        query is MethodCallExpression { Method.Name: nameof(Queryable.Select), Arguments: [_, UnaryExpression { Operand: LambdaExpression { Body: MemberInitExpression made } }] }
            ? made.Bindings.Select(binding => binding.Member.Name)
            : throw new InvalidOperationException("The query does not end in a Select that makes rows.");
}
