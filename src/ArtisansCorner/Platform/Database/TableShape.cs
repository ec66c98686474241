using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// How rows of one type lie in their table, read from the model, for writing past the change tracker.
/// Each engine gets code of its own, compiled once, that hands it every cell in its own type without boxing.
/// </summary>
/// <typeparam name="TCells">What takes the cells.</typeparam>
internal sealed class TableShape<TCells>
    where TCells : ICells
{
    private static readonly ConcurrentDictionary<IEntityType, TableShape<TCells>> Shapes = new();

    private readonly Action<object, TCells> write;
    private readonly int keys;
    private readonly ConcurrentDictionary<(RowWrite, string[]?), string> statements = new();
    private readonly ConcurrentDictionary<int, string> inserts = new();

    private TableShape(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var columns = entity.GetProperties().Where(property => property.GetColumnName(table) is not null).OrderBy(property => property.IsPrimaryKey()).ToList();
        Table = table.Name;
        Columns = columns.ConvertAll(property => property.GetColumnName(table)!);
        keys = columns.Count(property => property.IsPrimaryKey());
        StoreTypes = columns.ConvertAll(property => property.GetRelationalTypeMapping().StoreType);
        write = Compile(entity.ClrType, columns);
    }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    /// <summary>The columns' names, in order, those of the key last.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The engine's types of the columns, in the same order.</summary>
    public IReadOnlyList<string> StoreTypes { get; }

    /// <summary>The shape of this type in this database.</summary>
    public static TableShape<TCells> Of(AppDb db, Type type) =>
        Shapes.GetOrAdd(
            db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} has no table."),
            entity => new TableShape<TCells>(entity));

    /// <summary>The statement that writes one row so, or only these columns of it; its cells are numbered from 1 in the order of the columns.</summary>
    public string Statement(RowWrite how, string[]? only = null) => statements.GetOrAdd((how, only), asked => StatementOf(asked.Item1, asked.Item2));

    /// <summary>The statement that inserts so many new rows; the cells of all are numbered from 1, row by row.</summary>
    public string Insert(int rows) => inserts.GetOrAdd(rows, count => InsertOf(Enumerable.Range(0, count).Select(CellsOf)));

    /// <summary>Hands the row's values, as the engine stores them, to <paramref name="cells"/>.</summary>
    public void Write(object row, TCells cells, Guid shopId)
    {
        if (row is IBelongsToShop mine && mine.ShopId != shopId)
            throw new InvalidOperationException($"A {row.GetType().Name} of another shop cannot be saved here.");
        write(row, cells);
    }

    private string StatementOf(RowWrite how, string[]? only)
    {
        var numbered = Columns.Select((column, i) => (Column: $"\"{column}\"", Cell: $"{TCells.Mark}{i + 1}")).ToList();
        var (cells, key) = (numbered[..^keys], numbered[^keys..]);
        if (only is not null) cells = cells.FindAll(one => only.Contains(one.Column.Trim('"')));
        if (how == RowWrite.Update)
            return $"UPDATE \"{Table}\" SET {Join(cells, ", ", one => $"{one.Column} = {one.Cell}")} WHERE {Join(key, " AND ", one => $"{one.Column} = {one.Cell}")}";
        var insert = InsertOf([CellsOf(0)]);
        return how == RowWrite.Insert
            ? insert
            : $"{insert} ON CONFLICT ({Join(key, ", ", one => one.Column)}) DO UPDATE SET {Join(cells, ", ", one => $"{one.Column} = \"{Table}\".{one.Column} + excluded.{one.Column}")}";

        static string Join(IEnumerable<(string Column, string Cell)> columns, string between, Func<(string Column, string Cell), string> say) => string.Join(between, columns.Select(say));
    }

    private string InsertOf(IEnumerable<string> rows) => $"INSERT INTO \"{Table}\" (\"{string.Join("\", \"", Columns)}\") VALUES {string.Join(", ", rows)}";

    private string CellsOf(int row) => $"({string.Join(", ", Enumerable.Range(row * Columns.Count + 1, Columns.Count).Select(at => $"{TCells.Mark}{at}"))})";

    private static Action<object, TCells> Compile(Type type, List<IProperty> columns)
    {
        var (anyRow, cells) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(TCells)));
        var row = Expression.Variable(type);
        List<Expression> steps = [Expression.Assign(row, Expression.Convert(anyRow, type))];
        steps.AddRange(columns.Select((property, at) => WriteCell(property, at, row, cells)));
        return Expression.Lambda<Action<object, TCells>>(Expression.Block([row], steps), anyRow, cells).Compile();
    }

    private static Expression WriteCell(IProperty property, int at, Expression row, Expression cells)
    {
        var value = Expression.MakeMemberAccess(row, (MemberInfo?)property.PropertyInfo ?? property.FieldInfo!);
        var nullable = Nullable.GetUnderlyingType(value.Type);
        var write = WriteValue(property, at, nullable is null ? value : Expression.Property(value, nameof(Nullable<int>.Value)), cells);
        if (nullable is null && value.Type.IsValueType) return write;
        var isThere = nullable is null ? Expression.ReferenceNotEqual(value, Expression.Constant(null)) : (Expression)Expression.Property(value, nameof(Nullable<int>.HasValue));
        return Expression.IfThenElse(isThere, write, Expression.Call(cells, "WriteNull", [], Expression.Constant(at)));
    }

    private static MethodCallExpression WriteValue(IProperty property, int at, Expression value, Expression cells)
    {
        if (!TCells.Takes(value.Type) && property.GetRelationalTypeMapping().Converter?.ConvertToProviderExpression is { } convert)
        {
            if (value.Type != convert.Parameters[0].Type) value = Expression.Convert(value, convert.Parameters[0].Type);
            value = Expression.Invoke(convert, value);
        }

        return Expression.Call(cells, "Write", [value.Type], Expression.Constant(at), value);
    }
}

/// <summary>
/// What takes the cells of a row, each by its place and in its own type: beside what is promised here it has a <c>Write&lt;T&gt;(int at, T value)</c>, which is no part
/// of the interface, for a generic method of an interface is looked up with every call.
/// </summary>
internal interface ICells
{
    /// <summary>What stands before the number of a cell in a statement.</summary>
    static abstract char Mark { get; }

    /// <summary>Whether it takes values of this type as they are, and keeps them as the model says by itself.</summary>
    static abstract bool Takes(Type type);

    /// <summary>Writes nothing into a cell.</summary>
    void WriteNull(int at);
}
