using System.Globalization;
using System.IO.Compression;
using System.Text;
using PalActors.Areas.Toolkit.Files;
using static PalActors.Areas.Tests.Files.ReaderFolder;

namespace PalActors.Areas.Tests.Files;

/// <summary>Tables of text: read exactly, or refused in one line that names row and column.</summary>
public sealed class CsvTests : IDisposable
{
    private const string Flowers = "length,width,species\n5.1,3.5,setosa\n6.2,3.4,virginica\n5.9,3.0,virginica\n";

    private readonly ReaderFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Flowers)]
    [InlineData("\ufefflength;width;species\r\n5.1;3.5;setosa\r\n6.2;3.4;virginica\r\n\r\n5.9;3;virginica")]
    [InlineData("length\twidth\tspecies\n5.10\t+3.5\t setosa \n6.2e0\t340E-2\tvirginica\n5.9\t3.0\tvirginica\n\n")]
    [InlineData("\"length\",width,\"species\"\n5.1,\"3.5\",\"setosa\"\n6.2,3.4,virginica\n5.9,3.0,virginica\n")]
    public void OtherColumnsAreInputs(string text)
    {
        FileContent read = DataFormats.Read(_folder.Write("a.csv", text), new FileRequest([], ["species"], null));
        Assert.Equal([[5.1, 3.5], [6.2, 3.4], [5.9, 3.0]], Values(read.Inputs!));
        Assert.Equal(["setosa", "virginica", "virginica"], Names(read.Labels!));
    }

    [Fact]
    public void ColumnsAreTakenInTheOrderOfTheirNames()
    {
        string path = _folder.Write("a.csv", "id,p1,p2,q,y,z\n7,1,2,3,4,5\n8,10,20,30,40,50\n");
        FileContent read = DataFormats.Read(path, new FileRequest(["q", "p*"], null, ["z", "y"]));
        Assert.Equal([[3, 1, 2], [30, 10, 20]], Values(read.Inputs!));
        Assert.Equal([[5, 4], [50, 40]], Values(read.Targets!));
    }

    [Fact]
    public void NumbersAreTheNearestToTheirDigits()
    {
        Random random = new(7);
        double[] numbers = [.. Enumerable.Range(0, 4000).Select(_ => Draw(random)).Where(double.IsFinite)];
        StringBuilder text = new("x\n");
        foreach (double number in numbers)
            text.Append(CultureInfo.InvariantCulture, $"{number:R}\n");
        // Halves between two doubles, and digits beyond what a double holds.
        text.Append("9007199254740993\n0.1000000000000000055511151231257827021181583404541015625000001\n");
        text.Append("2.2250738585072011e-308\n");
        double[][] read = Values(Inputs(_folder.Write("a.csv", text.ToString())));
        Assert.Equal([.. numbers, 9007199254740992, 0.1, 2.2250738585072011e-308], read.Select(row => row[0]));
    }

    [Fact]
    public void ALabelMayHoldSeparatorsAndQuotes()
    {
        string path = _folder.Write("a.csv", "x,label\n1,\"a, b\"\n2,\"say \"\"c\"\"\"\n3,\"two\nlines\"\n");
        FileContent read = DataFormats.Read(path, new FileRequest([], ["label"], null));
        Assert.Equal(["a, b", "say \"c\"", "two\nlines"], Names(read.Labels!));
        Assert.Equal([[1], [2], [3]], Values(read.Inputs!));
    }

    [Fact]
    public void WholeNumbersAreOneLabelHoweverTheyAreWritten()
    {
        string path = _folder.Write("a.csv", "x,y\n1,3\n2,3.0\n3, 3\n4,-1\n");
        Assert.Equal(["3", "3", "3", "-1"], Names(Labels(path, "y")));
    }

    [Theory]
    [InlineData("", "a.csv: the file is empty; valid is a header")]
    [InlineData("x,y\n", "a.csv: there is only a header; valid is one or more rows.")]
    [InlineData("1,2\n3,4\n", "a.csv:1: the first line has numbers only; valid is the names of the columns.")]
    [InlineData("x,x,y\n1,2,3\n", "a.csv:1: two columns are named 'x'")]
    [InlineData("x,,y\n1,2,3\n", "a.csv:1: column 2 has no name")]
    [InlineData("x,y\n1,2\n3\n", "a.csv:3: row 2 has 1 columns; valid is 2, as the header.")]
    [InlineData("x,y\n1,2\n3,4,5\n", "a.csv:3: row 2 has 3 columns; valid is 2, as the header.")]
    [InlineData("x,y\n1,2\n\n1;5,4\n", "a.csv:4: row 3, column x is '1;5'; valid is a finite number.")]
    [InlineData("x,y\n1,2\n,4\n", "a.csv:3: row 2, column x is ''; valid is a finite number.")]
    [InlineData("x,y\nnan,2\n", "a.csv:2: row 1, column x is 'nan'; valid is a finite number.")]
    [InlineData("x,y\n1e999,2\n", "a.csv:2: row 1, column x is '1e999'; valid is a finite number.")]
    [InlineData("x,y\n1.5abc,2\n", "a.csv:2: row 1, column x is '1.5abc'; valid is a finite number.")]
    [InlineData("x,y\n1,2\n2, \n", "a.csv:3: row 2, column y is ' '; valid is a label.")]
    [InlineData("x,z\n1,2\n", "a.csv: labels names 'y', which is no column; valid is one of x, z.")]
    public void WhatIsWrongIsToldInOneLine(string text, string part)
    {
        string path = _folder.Write("a.csv", text);
        string message = Refused(() => DataFormats.Read(path, new FileRequest([], ["y"], null)));
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void AnInputIsNotTheLabel()
    {
        string path = _folder.Write("a.csv", Flowers);
        Assert.Contains(
            "column species is an input and what is to be learned",
            Refused(() => DataFormats.Read(path, new FileRequest(["length", "species"], ["species"], null))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyAWholeGzipIsRead()
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Flowers));
        byte[] bytes = packed.ToArray();
        Assert.Equal(3, Inputs(_folder.Write("a.csv.gz", bytes), "width").Rows);
        for (int length = 12; length < bytes.Length; length++)
        {
            Assert.Contains(
                "damaged", Refused(() => Inputs(_folder.Write("a.csv.gz", bytes[..length]), "width")),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OtherEncodingsAreRefused()
    {
        byte[] bytes = [.. "x,y\n1,Stra"u8, 0xdf, .. "e\n"u8];
        Assert.Contains(
            "not a text in UTF-8",
            Refused(() => DataFormats.Read(_folder.Write("a.csv", bytes), new FileRequest([], ["y"], null))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ProgressEndsWithTheWholeFile()
    {
        string path = _folder.Write(
            "a.csv", "x\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}.25\n")));
        List<(long Read, long All)> reports = [];
        ReadingProgress.Read += Take;
        Inputs(path);
        ReadingProgress.Read -= Take;
        Assert.Equal((reports[^1].All, new FileInfo(path).Length), (reports[^1].Read, reports[^1].All));
        Assert.True(reports.Count > 10);
        Assert.Equal(reports.Select(report => report.Read).Order(), reports.Select(report => report.Read));

        void Take(string file, long read, long all)
        {
            if (file == path)
                reports.Add((read, all));
        }
    }

    private static double Draw(Random random) => random.Next(3) switch
    {
        0 => BitConverter.Int64BitsToDouble(random.NextInt64()),
        1 => Math.Round(random.NextDouble() * 1000, random.Next(8)),
        _ => random.NextDouble(),
    };
}
